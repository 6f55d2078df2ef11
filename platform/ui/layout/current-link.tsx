import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

type AnchorProps = ComponentProps<'a'> & { readonly current?: 'page' | 'true' | undefined };

/** The router marks every link whose address the page's address begins with; here the caller decides what is current. */
function PlainAnchor({ current, 'aria-current': _byRouter, ...props }: AnchorProps) {
  return <a {...props} aria-current={current} />;
}

/** A link that is marked as current only when `current` says so: for rails, tabs and filters. */
export const CurrentLink = createLink(PlainAnchor);
