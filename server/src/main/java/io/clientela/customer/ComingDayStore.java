package io.clientela.customer;

import io.clientela.platform.Copy;
import io.clientela.platform.CopyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days of contacts that come round every year, by whom the customer belongs to. */
@Repository
class ComingDayStore {

    private static final String COPY = """
            copy customer.coming_day (file_id, head_id, owner_id, item_id, place, month_day, first_year, left_on)
            from stdin (format binary)
            """;

    private static final String FORGET = """
            delete from customer.coming_day c
            where c.file_id = :file
              and c.item_id = any(:items)
            """;

    private static final String HAND_OVER = """
            update customer.coming_day
            set owner_id = :owner
            where file_id = :file
            """;

    private static final String OF_OWNER = """
            select c.head_id, c.item_id, c.place, c.month_day, c.first_year, c.left_on
            from unnest(cast(:days as int[]), cast(:dates as date[])) as asked (month_day, coming_on)
            join customer.coming_day c
              on c.owner_id = :owner
             and c.month_day = asked.month_day
            join customer.file f
              on f.file_id = c.head_id
            where f.listed
              and (c.left_on is null or c.left_on > asked.coming_on)
            order by asked.coming_on, c.month_day, c.head_id, c.item_id, c.place
            limit :limit
            """;

    private static final String OF_FILE = """
            select c.head_id, c.item_id, c.place, c.month_day, c.first_year, c.left_on
            from customer.coming_day c
            where c.head_id = :file
            order by c.month_day, c.item_id, c.place
            """;

    private final JdbcClient sql;
    private final Copy copy;

    ComingDayStore(JdbcClient sql, Copy copy) {
        this.sql = sql;
        this.copy = copy;
    }

    static void layOut(CopyRows rows, long owner, Day day) {
        rows.row(8)
                .bigint(day.fileId())
                .bigint(day.fileId())
                .bigint(owner)
                .bigint(day.itemId())
                .smallint(day.place())
                .smallint(number(day.day()));
        if (day.firstYear().isPresent()) {
            rows.smallint(day.firstYear().getAsInt());
        } else {
            rows.nothing();
        }
        rows.date(day.leftOn());
    }

    void insertAll(CopyRows rows) {
        if (rows.rows() > 0) {
            copy.in(COPY, rows);
        }
    }

    void forget(long fileId, Collection<Long> items) {
        sql.sql(FORGET)
                .param("file", fileId)
                .param("items", items.toArray(Long[]::new))
                .update();
    }

    void handOver(long fileId, long owner) {
        sql.sql(HAND_OVER).param("file", fileId).param("owner", owner).update();
    }

    /**
     * The next so many, those left out of whoever has left by then.
     *
     * @param days with the date each comes round on
     */
    List<Day> ofOwner(long owner, Map<MonthDay, LocalDate> days, int limit) {
        List<MonthDay> asked = List.copyOf(days.keySet());
        return sql.sql(OF_OWNER)
                .param("days", asked.stream().map(ComingDayStore::number).toArray(Integer[]::new))
                .param(
                        "dates",
                        asked.stream().map(days::get).map(String::valueOf).toArray(String[]::new))
                .param("owner", owner)
                .param("limit", limit)
                .query((row, n) -> day(row))
                .list();
    }

    List<Day> of(long fileId) {
        return sql.sql(OF_FILE)
                .param("file", fileId)
                .query((row, n) -> day(row))
                .list();
    }

    private static Day day(ResultSet row) throws SQLException {
        int year = row.getInt("first_year");
        boolean yearless = row.wasNull();
        int number = row.getInt("month_day");
        return new Day(
                row.getLong("head_id"),
                row.getLong("item_id"),
                row.getInt("place"),
                MonthDay.of(number / 100, number % 100),
                yearless ? OptionalInt.empty() : OptionalInt.of(year),
                Optional.ofNullable(row.getObject("left_on", LocalDate.class)));
    }

    /** 29 February is 229. */
    private static int number(MonthDay day) {
        return day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    /**
     * One day of one contact.
     *
     * @param place its place among the contact's days
     * @param firstYear when it was for the first time, where that is known
     */
    record Day(long fileId, long itemId, int place, MonthDay day, OptionalInt firstYear, Optional<LocalDate> leftOn) {}
}
