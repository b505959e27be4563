import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTime } from './in-time.js';
import { Tape } from './tape.js';

const RATE = 48_000;
const BYTES_PER_SAMPLE = 4;
/** As many characters of what the server says are remembered. */
const MOST_SAID = 10_000;

/** A loudspeaker, and a microphone that says what is played to a loudspeaker of its own: modules with their arguments. */
const DEVICES = [
  ['module-null-sink', 'sink_name=speaker', `rate=${RATE}`],
  ['module-null-sink', 'sink_name=mouth', `rate=${RATE}`],
  ['module-remap-source', 'source_name=microphone', 'master=mouth.monitor', 'channels=1'],
];
/** @type {[device: string, name: string][]} */
const DEFAULTS = [
  ['sink', 'speaker'],
  ['source', 'microphone'],
];
/** A microphone at which nobody speaks. */
const SILENCE = ['module-null-source', 'source_name=silence'];

/**
 * @typedef {object} Pulse
 * @property {Record<string, string>} env what a program needs to find it
 * @property {Tape} speaker all that was played
 * @property {(wav: string) => Promise<void>} say resolves when the microphone has said it
 * @property {() => Promise<void>} unplugSpeaker leaves a microphone that is silent, and no loudspeaker
 * @property {() => Promise<void>} plugInSpeaker brings both back
 * @property {() => Promise<void>} close
 */

/**
 * A sound server of our own, without hardware: a loudspeaker that is recorded, and a microphone
 * that says what it is told. They are apart, so that the microphone does not hear the loudspeaker.
 * @returns {Promise<Pulse>}
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
  inTime(server);
  await untilSaid(server.stderr, 'Daemon startup complete');
  const speaker = new Tape();
  let recorder = record(env, speaker);
  const pactl = (/** @type {string[]} */ ...args) => run('pactl', args, env);
  return {
    env,
    speaker,
    async say(wav) {
      await run('paplay', ['--device=mouth', wav], env);
    },
    async unplugSpeaker() {
      recorder.stop();
      await pactl('load-module', ...SILENCE);
      await pactl('set-default-source', 'silence');
      // The microphone goes as well: it is the echo of a loudspeaker that is never heard.
      await pactl('unload-module', 'module-remap-source');
      await pactl('unload-module', 'module-null-sink');
    },
    async plugInSpeaker() {
      for (const module of DEVICES) await pactl('load-module', ...module);
      for (const [device, name] of DEFAULTS) await pactl(`set-default-${device}`, name);
      await pactl('unload-module', 'module-null-source');
      recorder = record(env, speaker);
    },
    async close() {
      recorder.stop();
      speaker.end();
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
  const devices = DEVICES.map((module) => `load-module ${module.join(' ')}`);
  const defaults = DEFAULTS.map(([device, name]) => `set-default-${device} ${name}`);
  const native = `load-module module-native-protocol-unix auth-anonymous=1 socket=${socket}`;
  return [native, ...devices, ...defaults, ''].join('\n');
}

/**
 * Puts what the loudspeaker plays on tape, silence too.
 * @param {Record<string, string>} env
 * @param {Tape} tape
 */
function record(env, tape) {
  const format = ['--format=float32le', `--rate=${RATE}`, '--channels=1', '--latency-msec=50'];
  const recorder = spawn('parec', ['--device=speaker.monitor', '--raw', ...format], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  inTime(recorder);
  let left = Buffer.alloc(0);
  recorder.stdout.on('data', (bytes) => {
    const received = Buffer.concat([left, bytes]);
    const whole = received.length - (received.length % BYTES_PER_SAMPLE);
    left = received.subarray(whole);
    const samples = received.subarray(0, whole).toString('base64');
    tape.add('speaker', { context: 0, sampleRate: RATE, samples });
  });
  let isStopped = false;
  recorder.on('exit', () => isStopped || tape.end());
  return {
    stop() {
      isStopped = true;
      recorder.kill();
    },
  };
}

/**
 * Reads on, too, when it was said: a server whose words nobody takes stands still in the end.
 * @param {import('node:stream').Readable} output
 * @param {string} words
 * @returns {Promise<void>}
 */
function untilSaid(output, words) {
  let said = '';
  return new Promise((resolve, reject) => {
    output.on('data', (text) => {
      said = (said + text).slice(-MOST_SAID);
      if (said.includes(words)) resolve();
    });
    output.on('end', () => reject(new Error(`The sound server did not start: ${said.trim()}`)));
  });
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
async function run(command, args, env) {
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', 'ignore', 'inherit'];
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio });
  inTime(child);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} failed with ${code}.`);
}
