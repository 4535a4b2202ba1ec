import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Running children and temporary folders: whatever ends this process also ends and removes them. */
const children = new Set<ChildProcess>();
const folders = new Set<string>();
let guarded = false;

/** The program is not on this machine, as opposed to one that does not start. */
export class MissingProgramError extends Error {
  override name = 'MissingProgramError';
}

export interface Program {
  command: string;
  args: string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

export interface ServerProcess {
  readonly pid: number | undefined;
  /** SIGTERM, and SIGKILL if that takes longer than 6 s. Resolves when it is gone. */
  end(): Promise<void>;
  /** SIGKILL, as when the machine loses power. */
  kill(): Promise<void>;
  /** Resolves once `ready()` returns true; rejects with the log when the process ends before. */
  whenReady(ready: () => Promise<boolean>): Promise<void>;
}

export function startProcess({ command, args, ...options }: Program, write: (output: string) => void): ServerProcess {
  guardExit();
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  let output = '';
  const onData = (data: Buffer) => {
    output += data.toString();
    write(data.toString());
  };
  child.stdout.on('data', onData);
  child.stderr.on('data', onData);
  let failure: Error | undefined;
  let ended = false;
  const gone = new Promise<void>((resolve) => {
    const onEnd = (error?: Error) => {
      failure = error;
      ended = true;
      children.delete(child);
      resolve();
    };
    child.once('error', onEnd);
    child.once('exit', () => onEnd());
  });
  const kill = () => {
    child.kill('SIGKILL');
    return gone;
  };
  return {
    pid: child.pid,
    kill,
    async end() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 6000);
      await gone;
      clearTimeout(timer);
    },
    async whenReady(ready) {
      const deadline = Date.now() + 40_000;
      while (!(await ready())) {
        if (ended) throw new Error(`${command} ended before it was ready: ${failure?.message ?? ''}\n${output}`);
        if (Date.now() > deadline) await kill();
        await sleep(20);
      }
    },
  };
}

export function temporaryFolder(prefix: string): { path: string; remove: () => void } {
  guardExit();
  const path = mkdtempSync(join(tmpdir(), `${prefix}-`));
  folders.add(path);
  return {
    path,
    remove: () => {
      folders.delete(path);
      removeFolder(path);
    },
  };
}

const givenPorts = new Set<number>();

/** Another one each time: the system gives the same twice to whoever does not listen on it yet. */
export async function freePort(): Promise<number> {
  const port = await openPort();
  if (givenPorts.has(port)) return freePort();
  givenPorts.add(port);
  return port;
}

function openPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Whether the address answers at all. */
export async function answers(url: string, init?: RequestInit): Promise<boolean> {
  return fetch(url, init).then((response) => response.ok, () => false);
}

function guardExit(): void {
  if (guarded) return;
  guarded = true;
  process.once('exit', () => {
    for (const child of children) child.kill('SIGKILL');
    for (const path of folders) removeFolder(path);
  });
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
    process.once(signal, () => process.exit(code));
  }
}

function removeFolder(path: string): void {
  // a server that was just killed may still be letting go of its files
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}
