-- Where each enrolment stands by its plan, and what that makes in each district: kept by the commands that change it, so
-- that a page of the nation counts nothing. The server fills them in when it starts, for rows that were there before.

-- The first day on which it is late as its dates stand now; infinity when it never will be, or does not run; null when it
-- was not asked yet.
alter table programmes.enrolment add column late_from date;
create index enrolment_by_lateness on programmes.enrolment (late_from, district_code, village_code, id);

create table programmes.district_total (
  district_code text not null primary key,
  running int not null,
  completed int not null,
  others int not null,
  -- of those that run, in order: how many are late on a day is a look-up
  late_from date[] not null
);
alter table programmes.district_total enable row level security;
alter table programmes.district_total force row level security;
-- A command of a village moves the total of its district; reading is for those whose area holds the whole district.
create policy district_scope on programmes.district_total using (
  district_code like any (string_to_array(current_setting('app.scope', true), ','))
  or starts_with(current_setting('app.scope', true), district_code || '.')
);
grant select, insert, update on programmes.district_total to rembug_app;
