-- Which edition of the product's own rules of survivorship a run followed: a later edition puts merged customers together anew once.
alter table customer.resettling add column edition int not null default 0;
