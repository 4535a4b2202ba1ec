/** What a key asks for beyond moving about: selecting, editing, the menu (features of file lists). */
export type MovingKey = 'select' | 'extend' | 'select-all' | 'unselect' | 'rename' | 'remove' | 'menu' | 'lift' | 'undo';

const RANGE_KEYS: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']);

/** What the key means on a row; `undefined` when it is not one of these. */
export function movingKeyOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): MovingKey | undefined {
  const isCommand = ctrlKey || metaKey;
  if (altKey) return undefined;
  if (isCommand) return shiftKey ? undefined : commandOf(key);
  if (shiftKey) return shiftedOf(key);
  if (key === ' ') return 'select';
  if (key === 'Escape') return 'unselect';
  if (key === 'F2') return 'rename';
  return key === 'ContextMenu' ? 'menu' : undefined;
}

function commandOf(key: string): MovingKey | undefined {
  switch (key.toLowerCase()) {
    case ' ':
      return 'select';
    case 'a':
      return 'select-all';
    case 'z':
      return 'undo';
    case 'enter':
      return 'lift';
    default:
      return undefined;
  }
}

function shiftedOf(key: string): MovingKey | undefined {
  if (RANGE_KEYS.has(key)) return 'extend';
  if (key === 'Delete') return 'remove';
  return key === 'F10' ? 'menu' : undefined;
}
