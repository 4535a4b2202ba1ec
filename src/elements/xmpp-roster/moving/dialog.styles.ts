import { css } from 'lit';

/** What asks for a group or a name, or whether something is meant; with `menuItemStyles` the choices of groups. */
export const dialogStyles = css`
  .dialog {
    inline-size: min(22rem, 100% - 2rem);
    max-block-size: calc(100% - 2rem);
    padding: 1rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    color: var(--_text);
  }

  .dialog::backdrop {
    background: rgb(0 0 0 / 0.35);
  }

  .dialog h2 {
    margin: 0 0 0.5rem;
    font-size: 1.0625em;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .dialog p {
    margin: 0 0 0.75rem;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }

  .dialog .problem {
    margin-block-start: 0.375rem;
    color: var(--_danger);
  }

  .dialog .field {
    display: grid;
    gap: 0.25rem;
    margin-block-end: 0.75rem;
    font-weight: 500;
  }

  .dialog .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.5rem;
    margin-block-start: 0.75rem;
  }

  .chooser[open] {
    display: flex;
    flex-direction: column;
  }

  .chooser-list {
    flex: 1 1 auto;
    min-block-size: 6rem;
    max-block-size: 18rem;
    margin-block-start: 0.5rem;
    overflow: auto;
  }

  .choice {
    flex-wrap: wrap;
    row-gap: 0;
  }

  .choice-problem {
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .choice[aria-selected='true'] {
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }

  .choice.none {
    font-style: italic;
  }
`;
