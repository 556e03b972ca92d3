import type { Fault } from '../fault.ts';

export const fillDisk: Fault = {
  kind: 'fill-disk',
  cannot: ({ disk }) => (disk === null ? 'no small disk may be mounted here' : null),
  async strike({ disk, postgres }, chance) {
    await disk?.fill();
    return {
      what: "PostgreSQL's, to the last byte",
      lastsMs: chance.between(1000, 3000),
      async undo() {
        await disk?.free();
        await postgres.comeBack();
      },
    };
  },
};
