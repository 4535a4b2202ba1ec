/** A row of a contact list. Only rendered rows are found: a long list renders those in sight. */
abstract class RowSeen {
  constructor(protected readonly element: HTMLElement) {}

  /** `null` for no group. */
  get group(): string | null {
    return this.element.dataset.group ?? null;
  }

  /** The section it is in, if that is no group; `null` for groups and for no group. */
  get section(): string | null {
    return this.element.dataset.section ?? null;
  }

  get label(): string {
    return this.element.ariaLabel ?? '';
  }

  get level(): number {
    return Number(this.element.ariaLevel);
  }

  get position(): number {
    return Number(this.element.ariaPosInSet);
  }

  get setSize(): number {
    return Number(this.element.ariaSetSize);
  }

  get isBusy(): boolean {
    return this.element.ariaBusy === 'true';
  }

  /** Without the one that says what kind of row it is. */
  get parts(): string[] {
    return [...this.element.part].filter((part) => part !== 'contact' && part !== 'group-header');
  }

  get box(): DOMRect {
    return this.element.getBoundingClientRect();
  }

  /** Where the part's words are. */
  protected textBox(part: string): DOMRect {
    const range = document.createRange();
    const node = this.element.querySelector(`[part=${part}]`);
    if (node) range.selectNodeContents(node);
    return range.getBoundingClientRect();
  }

  protected text(part: string): string {
    return this.element.querySelector(`[part=${part}]`)?.textContent ?? '';
  }
}

export class ContactSeen extends RowSeen {
  get jid(): string {
    return this.element.dataset.jid ?? '';
  }

  get name(): string {
    return this.text('name');
  }

  /** The line under the name; '' when there is none. */
  get line(): string {
    return this.text('status');
  }

  /** The URL of the picture that shows; `undefined` while there are initials. */
  get picture(): string | undefined {
    const image = this.element.querySelector<HTMLImageElement>('[part=avatar] img');
    return image?.complete && image.naturalWidth > 0 ? image.src : undefined;
  }

  get initials(): string {
    return this.text('avatar').trim();
  }

  /** "idle for 12 min"; '' for whoever is not. */
  get idle(): string {
    return this.text('idle');
  }

  /** "3", "99+"; '' where nothing is unread. */
  get unread(): string {
    return this.text('unread');
  }

  /** What tells them from others of the same name. */
  get distinction(): string {
    return this.text('distinction');
  }


  /** The row's buttons, by what they are called. */
  get buttons(): { readonly name: string; readonly tabIndex: number; readonly isSeen: boolean; readonly box: DOMRect }[] {
    return [...this.element.querySelectorAll<HTMLElement>('button:not(.menu-button)')].map((button) => ({
      name: button.ariaLabel ?? button.textContent.trim(),
      tabIndex: button.tabIndex,
      isSeen: getComputedStyle(button.closest('[part=actions]') ?? button).opacity === '1',
      box: button.getBoundingClientRect(),
    }));
  }

  get availability(): string | null {
    return this.element.querySelector('[data-availability]')?.getAttribute('data-availability') ?? null;
  }

  /** How far the name is from the picture, in CSS px. */
  get gap(): number {
    const [picture, text] = [this.textBox('avatar'), this.textBox('name')];
    return Math.max(text.left - picture.right, picture.left - text.right);
  }

  /** Elements that a name or a status brought along: there must be none. */
  get foreignElements(): number {
    return this.element.querySelectorAll('[part=name] *, [part=status] *').length;
  }
}

export class GroupSeen extends RowSeen {
  constructor(
    element: HTMLElement,
    private readonly members: readonly ContactSeen[],
  ) {
    super(element);
  }

  get title(): string {
    return this.text('group-name');
  }

  /** How far the title is from the side where its row begins, in CSS px. */
  get indent(): number {
    const title = this.textBox('group-name');
    return this.element.matches(':dir(rtl)') ? this.box.right - title.right : title.left - this.box.left;
  }

  /** "1/3": online and all. */
  get count(): string {
    return this.text('group-count');
  }

  get isExpanded(): boolean {
    return this.element.ariaExpanded === 'true';
  }

  /** The names under it, from top to bottom. */
  contacts(): string[] {
    return this.members.map(({ name }) => name);
  }
}

/** The rows from top to bottom, as the eye finds them. */
export function rowElements(root: ShadowRoot): HTMLElement[] {
  const rows = [...root.querySelectorAll<HTMLElement>('[part=list] [role=row]')];
  const top = new Map(rows.map((row) => [row, row.getBoundingClientRect().top]));
  return rows.sort((a, b) => (top.get(a) ?? 0) - (top.get(b) ?? 0));
}

export function readGroups(rows: readonly HTMLElement[]): GroupSeen[] {
  const groups: { header: HTMLElement; members: ContactSeen[] }[] = [];
  for (const row of rows) {
    if (row.part.contains('group-header')) groups.push({ header: row, members: [] });
    else groups.at(-1)?.members.push(new ContactSeen(row));
  }
  return groups.map(({ header, members }) => new GroupSeen(header, members));
}

/** "Friends" or "Stuart in Friends". */
export function rowName(row: Element): string {
  if (!(row instanceof HTMLElement)) return '';
  if (row.part.contains('group-header')) return row.querySelector('[part=group-name]')?.textContent ?? '';
  const { name, group } = new ContactSeen(row);
  return `${name} in ${group ?? 'no group'}`;
}
