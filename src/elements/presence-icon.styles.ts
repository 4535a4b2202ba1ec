import { css } from 'lit';

/** The seven shapes' colours; for whatever shows a `.icon` with its `data-availability`. */
export const presenceIconStyles = css`
  .icon {
    display: inline-flex;
    flex: none;
    inline-size: var(--xmpp-presence-badge-size, 1em);
    block-size: var(--xmpp-presence-badge-size, 1em);
    --_color: var(--xmpp-presence-unknown-color, light-dark(#6a7280, #98a1af));
  }

  .icon[data-availability='available'] {
    --_color: var(--xmpp-presence-available-color, light-dark(#107c3f, #4cc27a));
  }

  .icon[data-availability='chat'] {
    --_color: var(--xmpp-presence-chat-color, light-dark(#0b7a75, #3fc6bd));
  }

  .icon[data-availability='away'] {
    --_color: var(--xmpp-presence-away-color, light-dark(#b25c00, #f2b04c));
  }

  .icon[data-availability='xa'] {
    --_color: var(--xmpp-presence-xa-color, light-dark(#8a5a00, #d9a441));
  }

  .icon[data-availability='dnd'] {
    --_color: var(--xmpp-presence-dnd-color, light-dark(#c4262e, #ff7b7b));
  }

  .icon[data-availability='unavailable'] {
    --_color: var(--xmpp-presence-unavailable-color, light-dark(#6a7280, #98a1af));
  }

  .icon svg {
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }

  .fill {
    fill: var(--_color);
  }

  .stroke {
    fill: none;
    stroke: var(--_color);
    stroke-width: 1.5;
    stroke-linecap: round;
  }

  .broken {
    stroke-dasharray: 2.6 2.3;
  }

  .glyph {
    fill: none;
    stroke: var(--xmpp-presence-glyph-color, light-dark(#ffffff, #14171c));
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .wide {
    stroke-width: 2.2;
  }

  @media (forced-colors: active) {
    .icon {
      --_color: CanvasText !important;
      forced-color-adjust: none;
    }

    .glyph {
      stroke: Canvas;
    }
  }
`;
