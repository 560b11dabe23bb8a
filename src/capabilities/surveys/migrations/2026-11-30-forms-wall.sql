-- Forms are read everywhere, and written at their place or from above it; so are their files, which say of which place they are.
alter table surveys.form_file add column place text;
update surveys.form_file n set place = f.place from surveys.form f where f.id = n.form_id;
alter table surveys.form_file alter column place set not null;
alter table surveys.form add unique (id, place);
alter table surveys.form_file add foreign key (form_id, place) references surveys.form (id, place);
select platform.write_in('surveys.form'), platform.write_in('surveys.form_file'), platform.write_in('surveys.device');
-- Whoever ends somebody's stay ends their devices in every village.
create policy ends on surveys.device for update using (true);
select platform.stay_over('surveys.device', 'revoked_at is null');

revoke update on surveys.form, surveys.form_file from rembug_app;
grant update (retired) on surveys.form to rembug_app;
grant update (media_type, bytes, md5) on surveys.form_file to rembug_app;
-- A village opens a survey with a form from above it.
create function surveys.mark_used(wanted uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update surveys.form set used = true where id = wanted and not used
$$;
