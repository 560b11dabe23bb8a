-- Numbers lent to somebody whose stay is over come back: what was not used of them is explained by the village.
alter table letters.block add column ended_at timestamptz;
grant update on letters.block to rembug_app;
create index block_by_account on letters.block (district_code, account) where ended_at is null;
