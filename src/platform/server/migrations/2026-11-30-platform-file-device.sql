-- What a device sent that sends for itself (ODK Collect), so that its day has an end, also after the server started anew. What
-- accounts upload bears no device.
alter table platform.file add column device text;
create index file_by_maker on platform.file (created_by, stored_at);
