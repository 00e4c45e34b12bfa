alter table movement add column follows text references movement (id);
create index movement_follows on movement (follows) where follows is not null;
