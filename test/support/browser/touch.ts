import { executeServerCommand } from '@web/test-runner-commands';

/** What a finger does, in CSS px of the window. */
export interface TouchStep {
  readonly type: 'start' | 'move' | 'end';
  readonly x: number;
  readonly y: number;
}

export async function touch(type: TouchStep['type'], x = 0, y = 0): Promise<void> {
  await executeServerCommand<true, TouchStep>('touch', { type, x: Math.round(x), y: Math.round(y) });
}
