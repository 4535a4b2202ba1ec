import { css } from 'lit';

export const badgeStyles = css`
  :host {
    display: inline-flex;
    vertical-align: -0.125em;
  }

  :host([hidden]) {
    display: none;
  }
`;
