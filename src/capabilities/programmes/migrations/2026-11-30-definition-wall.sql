-- A definition is read everywhere, and added at its place or from above it.
select platform.write_in('programmes.definition');
