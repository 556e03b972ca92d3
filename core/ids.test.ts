import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ID_PREFIXES, type IdKind, idFromUuid, parseId, uuidOf } from './ids.ts';

const kinds = fc.constantFrom(...(Object.keys(ID_PREFIXES) as IdKind[]));

test('an id is its prefix and its UUID, there and back, with or without dashes', () => {
  fc.assert(
    fc.property(kinds, fc.uuid(), (kind, uuid) => {
      const bare = uuid.replaceAll('-', '');
      const id = idFromUuid(kind, uuid);
      assert.equal(id, `${ID_PREFIXES[kind]}_${bare}`);
      assert.equal(idFromUuid(kind, bare), id);
      assert.equal(uuidOf(id), bare);
      assert.equal(parseId(kind, id), id);
    }),
  );
});

test('an id of one kind is none of another', () => {
  fc.assert(
    fc.property(kinds, kinds, fc.uuid(), (kind, other, uuid) => {
      fc.pre(kind !== other);
      assert.equal(parseId(other, idFromUuid(kind, uuid)), undefined);
    }),
  );
});

test('prefixes are three letters, each used once', () => {
  const prefixes = Object.values(ID_PREFIXES);
  assert.equal(new Set(prefixes).size, prefixes.length);
  for (const prefix of prefixes) assert.match(prefix, /^[a-z]{3}$/);
});

test('what is not exactly an id is not read as one', () => {
  const id = idFromUuid('order', '0192f0c1a2b37c4d8e9f0a1b2c3d4e5f');
  const wrong = ['', 'ord_', id.slice(4), id.slice(0, -1), `${id}0`, id.toUpperCase(), ` ${id}`];
  for (const text of [...wrong, `${id}\n`, id.replace('_', '-')])
    assert.equal(parseId('order', text), undefined, JSON.stringify(text));
});
