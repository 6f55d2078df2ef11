import { childOf, childrenOf, escapeXml, type XmlElement } from '../xml.ts';

/** The elements of a list such as `<Times><Time/>…</Times>`; none when the list is missing. */
export function listOf(element: XmlElement, list: string, item: string): readonly XmlElement[] {
  const holder = childOf(element, list);
  return holder ? childrenOf(holder, item) : [];
}

/** The text of a child; undefined when there is no such child. */
export function childText(element: XmlElement, name: string): string | undefined {
  return childOf(element, name)?.text;
}

/** An element to write. */
export function xml(
  name: string,
  content: string | readonly XmlElement[] = [],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  return typeof content === 'string'
    ? { name, attributes, children: [], text: content }
    : { name, attributes, children: content, text: '' };
}

/** Writes an element and all inside, one line each, indented by tabs as the archive's own files are. */
export function writeXml(element: XmlElement, depth = 0): string {
  const indent = '\t'.repeat(depth);
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  if (element.children.length === 0) {
    if (element.text === '') return `${indent}<${element.name}${attributes}/>\n`;
    return `${indent}<${element.name}${attributes}>${escapeXml(element.text)}</${element.name}>\n`;
  }
  const inner = element.children.map((child) => writeXml(child, depth + 1)).join('');
  return `${indent}<${element.name}${attributes}>\n${inner}${indent}</${element.name}>\n`;
}
