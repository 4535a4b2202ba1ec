import type { CSSResult } from 'lit';
import { themeStyles } from '../theme.styles.js';
import { presenceIconStyles } from '../presence-icon.styles.js';
import { avatarStyles } from '../avatar.js';
import { controlStyles } from '../controls.styles.js';
import { errorLineStyles } from '../error-line.js';
import { menuItemStyles } from '../menu-items.styles.js';
import { dialogStyles } from './moving/dialog.styles.js';
import { movingStyles } from './moving/moving.styles.js';
import { toastStyles } from './moving/toast.styles.js';
import { rosterStyles } from './xmpp-roster.styles.js';
import { rowStyles } from './row.styles.js';
import { findingStyles } from './finding/finding.styles.js';
import { popupFrameStyles } from '../popup-frame.styles.js';
import { cardPopupStyles } from '../card-popup.styles.js';

/** All that `<xmpp-roster>` is made of; what stands later may correct what stands before. */
export const listStyles: CSSResult[] = [
  themeStyles, presenceIconStyles, avatarStyles, controlStyles, errorLineStyles, rosterStyles, rowStyles, findingStyles, popupFrameStyles, menuItemStyles, cardPopupStyles,
  movingStyles, toastStyles, dialogStyles,
];
