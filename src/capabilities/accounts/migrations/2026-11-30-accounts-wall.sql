-- Which places were entered is asked of the wall, and no longer of a setting that anybody can make.
select platform.wall_in('accounts.holding', 'place');
select platform.wall_in('accounts.invitation', 'place');
