-- Owners the file names whom nobody bears as a name, with the rows of each: values of the file, sealed under its key.
alter table exchange.run add column strangers bytea;
