import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tape } from './tape.js';

const RATE = 48_000;
const BYTES_PER_SAMPLE = 4;

/**
 * A sound server of our own, without hardware: a loudspeaker that is recorded, and a microphone
 * that says what it is told. They are apart, so that the microphone does not hear the loudspeaker.
 * @returns {Promise<{ env: Record<string, string>, speaker: Tape, say: (wav: string) => Promise<void>, close: () => Promise<void> }>}
 */
export async function startPulse() {
  const folder = await mkdtemp(join(tmpdir(), 'voice-cards-pulse-'));
  const socket = join(folder, 'socket');
  const env = { PULSE_SERVER: `unix:${socket}`, PULSE_COOKIE: join(folder, 'cookie') };
  const script = join(folder, 'server.pa');
  await writeFile(script, modules(socket));
  const server = spawn('pulseaudio', options(script), {
    // Its own home: whatever is set up on this computer stays out of it.
    env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'exit');
  await untilSaid(server.stderr, 'Daemon startup complete');
  const speaker = new Tape();
  const recorder = record({ ...process.env, ...env }, speaker);
  return {
    env,
    speaker,
    async say(wav) {
      await run('paplay', ['--device=mouth', wav], { ...process.env, ...env });
    },
    async close() {
      recorder.kill();
      server.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** @param {string} script */
function options(script) {
  return [
    '-n',
    `--file=${script}`,
    '--daemonize=no',
    '--use-pid-file=no',
    '--exit-idle-time=-1',
    '--disallow-exit',
    '--log-target=stderr',
    '--log-level=info',
  ];
}

/** @param {string} socket */
function modules(socket) {
  return [
    `load-module module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
    `load-module module-null-sink sink_name=speaker rate=${RATE}`,
    `load-module module-null-sink sink_name=mouth rate=${RATE}`,
    'load-module module-remap-source source_name=microphone master=mouth.monitor channels=1',
    'set-default-sink speaker',
    'set-default-source microphone',
    '',
  ].join('\n');
}

/**
 * Puts what the loudspeaker plays on tape, silence too.
 * @param {NodeJS.ProcessEnv} env
 * @param {Tape} tape
 */
function record(env, tape) {
  const format = ['--format=float32le', `--rate=${RATE}`, '--channels=1', '--latency-msec=50'];
  const recorder = spawn('parec', ['--device=speaker.monitor', '--raw', ...format], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let left = Buffer.alloc(0);
  recorder.stdout.on('data', (bytes) => {
    const received = Buffer.concat([left, bytes]);
    const whole = received.length - (received.length % BYTES_PER_SAMPLE);
    left = received.subarray(whole);
    const samples = received.subarray(0, whole).toString('base64');
    tape.add('speaker', { context: 0, sampleRate: RATE, samples });
  });
  recorder.on('exit', () => tape.end());
  return recorder;
}

/**
 * @param {import('node:stream').Readable} output
 * @param {string} words
 */
async function untilSaid(output, words) {
  let said = '';
  for await (const text of output.iterator({ destroyOnReturn: false })) {
    said += text;
    if (said.includes(words)) return void output.resume();
  }
  throw new Error(`The sound server did not start: ${said.trim()}`);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function run(command, args, env) {
  const [code] = await once(spawn(command, args, { env, stdio: 'inherit' }), 'exit');
  if (code !== 0) throw new Error(`${command} failed with ${code}.`);
}
