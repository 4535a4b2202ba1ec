import { css } from 'lit';

/** The frame of what opens over the page, at the place that `keepBy` gives it; `--_popup-inline-size` is its width. */
export const popupFrameStyles = css`
  .popup {
    --_width: var(--_popup-inline-size, 17rem);
    position: fixed;
    inset: auto;
    inset-inline-start: max(8px, min(var(--_start, 8px), 100% - 8px - var(--_width)));
    inline-size: min(var(--_width), 100% - 16px);
    margin: 0;
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    color: var(--_text);
  }

  @media (prefers-reduced-motion: no-preference) {
    .popup:popover-open {
      transition: translate 0.12s ease-out;

      @starting-style {
        translate: 0 -4px;
      }
    }
  }
`;
