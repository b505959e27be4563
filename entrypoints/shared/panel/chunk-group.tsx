import { Component } from 'preact';
import type { Entry } from '../../../core/transcript.ts';
import { Chunk } from './chunk.tsx';
import { type Group, isSameWithin } from './chunks.ts';
import type { Feedback } from './line.tsx';

interface Props extends Omit<Group, 'index'> {
  readonly entries: readonly Entry[];
  readonly agent: string;
  readonly feedback?: Feedback | undefined;
}

/** Chunks that are passed over together while none of them changes: a long transcript has hundreds. */
export class ChunkGroup extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { entries, from, to, agent, recent, feedback } = this.props;
    const isSame =
      from === next.from &&
      to === next.to &&
      agent === next.agent &&
      recent === next.recent &&
      feedback === next.feedback;
    return !isSame || !isSameWithin(entries, next.entries, from, to);
  }

  override render({ entries, from, to, agent, recent, feedback }: Props) {
    return Array.from({ length: to - from }, (_, i) => from + i).map((index) => (
      <Chunk
        key={index}
        entries={entries}
        index={index}
        agent={agent}
        feedback={index >= recent ? feedback : undefined}
      />
    ));
  }
}
