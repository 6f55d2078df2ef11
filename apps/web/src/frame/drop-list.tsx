import { Popover } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { CurrentLink } from '#platform/ui';
import styles from './drop-list.module.css';

export interface DropItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** A link … */
  readonly to?: string;
  /** … or something to do. */
  readonly run?: () => void;
  /** One of several: whether it is the chosen one. */
  readonly chosen?: boolean;
  readonly lang?: string;
}

export interface DropGroup {
  readonly key: string;
  readonly label?: string;
  readonly items: readonly DropItem[];
}

/** A button that opens groups of links and choices. Up and down move, Escape closes and gives the focus back. */
export function DropList({
  className,
  button,
  label,
  groups,
  width,
  position,
}: {
  className: string | undefined;
  button: ReactNode;
  /** Name of the opened list; also of the button when its content has no words. */
  label: string;
  groups: readonly DropGroup[];
  width: number;
  position: 'bottom-start' | 'bottom-end';
}) {
  const [open, setOpen] = useState(false);

  function move(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')];
    const here = items.indexOf(event.target as HTMLElement);
    event.preventDefault();
    items.at((here + step) % items.length)?.focus();
  }

  return (
    <Popover opened={open} onChange={setOpen} position={position} width={width} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={className}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {button}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={label} onKeyDown={move}>
        {groups.map((group) => (
          <div key={group.key} className={styles.group}>
            {group.label ? <p className={styles.label}>{group.label}</p> : null}
            <ul className={styles.list}>
              {group.items.map((item) => (
                <li key={item.key}>
                  <Item item={item} onDone={() => setOpen(false)} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

function Item({ item, onDone }: { item: DropItem; onDone: () => void }) {
  const content = (
    <>
      <span className={styles.icon} aria-hidden>
        {item.chosen ? <IconCheck size={16} /> : item.icon}
      </span>
      {item.label}
    </>
  );
  if (item.to) {
    return (
      <CurrentLink to={item.to} className={styles.item} onClick={onDone}>
        {content}
      </CurrentLink>
    );
  }
  return (
    <button
      type="button"
      className={styles.item}
      lang={item.lang}
      aria-pressed={item.chosen}
      onClick={() => {
        onDone();
        item.run?.();
      }}
    >
      {content}
    </button>
  );
}
