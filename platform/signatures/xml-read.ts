import { DOMParser } from '@xmldom/xmldom';

export const dsig = 'http://www.w3.org/2000/09/xmldsig#';
export const xades = 'http://uri.etsi.org/01903/v1.3.2#';
export const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** The root of a document; undefined when it is none. */
export function parseXml(xml: string): Element | undefined {
  try {
    const stop = (message: string) => {
      throw new Error(message);
    };
    const reader = new DOMParser({ errorHandler: { error: stop, fatalError: stop } });
    return reader.parseFromString(xml, 'text/xml').documentElement ?? undefined;
  } catch {
    return undefined;
  }
}

export function childrenOf(element: Element): Element[] {
  return Array.from(element.childNodes).filter((node): node is ChildNode & Element => node.nodeType === 1);
}

/** Text of the first element of that name within. */
export function textOf(element: Element, namespace: string, name: string): string | null {
  return element.getElementsByTagNameNS(namespace, name).item(0)?.textContent?.trim() ?? null;
}
