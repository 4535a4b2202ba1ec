import { executeServerCommand } from '@web/test-runner-commands';
import type { Fault } from './fault.js';
import type { ServerRosterItem } from '../test-server.js';

export type ServerKind = 'demo' | 'prosody' | 'ejabberd';

/** One server of each kind is started, once, for all tests; one named `instance` is a test's own, to be crashed at will. */
export interface ServerChoice {
  kind: ServerKind;
  instance?: string;
}

/**
 * What a browser test may ask of the test runner's process: name → what is sent, what comes back. To add a command, declare it here and
 * implement it in `../wtr-commands.ts`. All data must survive JSON.
 */
export interface ServerCommands {
  /** Starts the server if it is not running yet. */
  'server-url': { payload: ServerChoice; result: { url: string; domain: string } };
  /** Creates an account. Without `user` its name is new and random, so that tests do not meet. */
  'register-user': {
    payload: ServerChoice & { user?: string; password?: string; roster?: readonly ServerRosterItem[] };
    result: { user: string; password: string; jid: string; url: string; domain: string };
  };
  /** The roster as the server holds it. */
  'server-roster': { payload: ServerChoice & { user: string }; result: ServerRosterItem[] };
  /** How many log-ins the server refused so far. */
  'auth-failures': { payload: ServerChoice & { user?: string }; result: number };
  'server-log': { payload: ServerChoice; result: string };
  /** Ends the server at once. Only for a test's own `instance`. */
  'crash-server': { payload: ServerChoice & { instance: string }; result: true };
  /** Same port, same data. Only for a test's own `instance`. */
  'restart-server': { payload: ServerChoice & { instance: string }; result: true };
  /** Where a test page opens a scene of its own on the scripted server; see `scripted-server.ts`. */
  'scripted-server': { payload: Record<string, never>; result: { url: string } };
  /** Starts a network to the server with faults; see `fault.ts`. */
  'fault-proxy': { payload: ServerChoice & { proxy: string }; result: { url: string } };
  /** Settles when the fault is over, or has begun if it has no end. */
  'fault': { payload: { proxy: string; fault: Fault }; result: true };
  'stop-fault-proxy': { payload: { proxy: string }; result: true };
  /** How many rounds of faults and how many random gestures to run, and the seed of the faults. */
  chance: { payload: Record<string, never>; result: { faults: number; gestures: number; seed: number } };
  /** Prints a line beside the tests' results. */
  'print': { payload: { line: string }; result: true };
  /** Console output and uncaught errors of this test file that match the pattern (a regular expression's source) are no failure. */
  'expect-console': { payload: { pattern: string }; result: true };
}

export function serverCommand<Name extends keyof ServerCommands>(
  name: Name,
  payload: ServerCommands[Name]['payload'],
): Promise<ServerCommands[Name]['result']> {
  return executeServerCommand<ServerCommands[Name]['result'], ServerCommands[Name]['payload']>(name, payload);
}
