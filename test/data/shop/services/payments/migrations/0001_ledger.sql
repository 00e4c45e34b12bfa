create table movement (
  id       text primary key,
  order_id text not null,
  cents    bigint not null check (cents > 0),
  currency char(3) not null,
  kind     text not null,
  settled  boolean not null default false,
  void     boolean not null default false
);
create index movement_order on movement (order_id, kind);
