import { expect, test } from 'vitest'
import { splitStatements } from './split-statements.ts'

test('statements part at semicolons, except inside of what is quoted', () => {
  const text = `-- one; two
    create table a (b text default 'x;''y'); /* no; */
    create function f() returns void language plpgsql as $body$ begin perform 1; perform '$$'; end $body$;
    do $$ begin null; end $$;
    comment on table a is 'end'; -- nothing more;
    ;`
  const found = splitStatements(text)
  expect(found.map((each) => each.split(/\s+/).slice(-1)[0])).toEqual([`'x;''y')`, '$body$', '$$', `'end'`])
  expect(found[0]).toBe(`-- one; two\n    create table a (b text default 'x;''y')`)
})
