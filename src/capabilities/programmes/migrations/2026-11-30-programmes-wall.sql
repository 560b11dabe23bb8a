-- Which places were entered is asked of the wall, and no longer of a setting that anybody can make.
drop policy district_scope on programmes.district_total;
create policy district_scope on programmes.district_total using (
  district_code like any ((select platform.scope())::text[])
  or starts_with(((select platform.scope()))[1], district_code || '.')
);

-- What no request does.
revoke delete on programmes.enrolment from rembug_app;
revoke update on programmes.definition from rembug_app;
