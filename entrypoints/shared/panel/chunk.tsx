import { Component } from 'preact';
import type { Entry } from '../../../core/transcript.ts';
import { CHUNK, isSameWithin } from './chunks.ts';
import { type Feedback, Line } from './line.tsx';

interface Props {
  readonly entries: readonly Entry[];
  readonly index: number;
  readonly agent: string;
  readonly feedback?: Feedback | undefined;
}

/** A part of a transcript, drawn anew only when something in it has changed. */
export class Chunk extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { entries, index, agent, feedback } = this.props;
    const isSame = agent === next.agent && feedback === next.feedback;
    return !isSame || !isSameWithin(entries, next.entries, index, index + 1);
  }

  override render({ entries, index, agent, feedback }: Props) {
    const from = index * CHUNK;
    return (
      <div class="chunk">
        {entries.slice(from, from + CHUNK).map((entry, i) => (
          <Line key={i} entry={entry} agent={agent} feedback={feedback} />
        ))}
      </div>
    );
  }
}
