// Both ends of a conversation's sound in one file, for they have most of their code in common.
import './capture.worklet.ts';
import './playback.worklet.ts';
