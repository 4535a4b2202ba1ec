import { executeServerCommand } from '@web/test-runner-commands';

/** What the machine is like that the page is looked at on. Chromium only. */
export interface Machine {
  /** Windows contrast mode. */
  readonly forcedColors?: boolean;
  /** A touch screen and no mouse: `(pointer: coarse)`. */
  readonly touch?: boolean;
}

/** Left out is what an ordinary machine has. */
export async function emulateMachine(machine: Machine): Promise<void> {
  await executeServerCommand<true, Machine>('emulate-machine', machine);
}

/** A node of the browser's own accessibility tree, as assistive technology is given it. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  /** `level`, `expanded`, `posinset` … */
  readonly properties: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly children: readonly AccessibleNode[];
}

/** The page as assistive technology is given it; what is ignored is left out. */
export async function accessibilityTree(): Promise<AccessibleNode> {
  return executeServerCommand<AccessibleNode, Record<string, never>>('accessibility-tree', {});
}
