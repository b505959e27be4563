import { type Static, Type } from 'typebox';

/** An agent that people of this backend may talk to, as the catalogue shows it. */
export const Agent = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: Type.Optional(Type.String()),
});

export type Agent = Static<typeof Agent>;
