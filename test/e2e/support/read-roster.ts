export interface GroupSeen {
  /** `null` for those in no group. */
  readonly group: string | null;
  readonly title: string;
  /** "2/3". */
  readonly count: string;
  readonly expanded: boolean;
  readonly isTarget: boolean;
}

export interface ContactSeen {
  readonly jid: string;
  readonly group: string | null;
  readonly name: string;
  /** The line under the name. */
  readonly line: string;
  /** What assistive technology says of the row. */
  readonly label: string;
  readonly availability: string | null;
  readonly pending: boolean;
}

export interface RosterSeen {
  readonly notice: string;
  readonly groups: readonly GroupSeen[];
  readonly contacts: readonly ContactSeen[];
  /** What is wrong, in words. */
  readonly error: { readonly role: string | null; readonly text: string } | undefined;
  /** What hangs on the pointer; `''` when nothing does. */
  readonly dragImage: string;
}

/** Runs in the page: what the list shows, from top to bottom. */
export function readRoster(roster: Element): RosterSeen {
  const root = roster.shadowRoot ?? roster;
  const text = (element: Element | null | undefined) => element?.textContent.trim() ?? '';
  const rows = [...root.querySelectorAll<HTMLElement>('[role="row"]')].sort((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']));
  const has = (row: Element, part: string) => row.matches(`[part~="${part}"]`);
  const error = root.querySelector('[part="error"]');
  return {
    notice: text(root.querySelector('[part="notice"]')),
    groups: rows.filter((row) => has(row, 'group-header')).map((row) => ({
      group: row.dataset['group'] ?? null,
      title: text(row.querySelector('[part="group-name"]')),
      count: text(row.querySelector('[part="group-count"]')),
      expanded: row.getAttribute('aria-expanded') === 'true',
      isTarget: has(row, 'drop-target'),
    })),
    contacts: rows.filter((row) => has(row, 'contact')).map((row) => ({
      jid: row.dataset['jid'] ?? '',
      group: row.dataset['group'] ?? null,
      name: text(row.querySelector('[part="name"]')),
      line: text(row.querySelector('[part="status"]')),
      label: row.getAttribute('aria-label') ?? '',
      availability: row.querySelector('[data-availability]')?.getAttribute('data-availability') ?? null,
      pending: has(row, 'pending'),
    })),
    error: error ? { role: error.getAttribute('role'), text: text(error.querySelector('span')) } : undefined,
    dragImage: text(root.querySelector('[part="drag-image"]')),
  };
}
