-- Facts travel to phones from now on. What was told before today gets its row in the feed; a phone reads a place anew when the
-- collections that it may read have changed, so the number of the last command will do.
set local app.scope = '%';
insert into platform.feed (district_code, village_code, collection, id, seq, gone)
select distinct f.district_code, f.village_code, 'programmes.fact', md5(f.enrolment_id::text || ' ' || f.giver)::uuid, h.seq, false
from programmes.fact f
join platform.head h on h.district_code = f.district_code and h.village_code = f.village_code
on conflict (district_code, village_code, collection, id) do nothing;
set local app.scope = '';
