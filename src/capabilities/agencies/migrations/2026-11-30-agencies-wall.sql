-- An agency is read everywhere, and written at its place or from above it.
select platform.write_in('agencies.agency');
revoke update on agencies.agency from rembug_app;
grant update (name, parent_id, began_on, ended_on, version) on agencies.agency to rembug_app;
