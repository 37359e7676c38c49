package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of a contact that comes round soon.
 *
 * @param on when it is this time
 * @param day the day itself, {@code MM-dd}; on 28 February what only leap years have
 * @param years how long it has been then since the first time, absent where that isn't known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComingDay(
        String number,
        String customer,
        long contact,
        String name,
        LocalDate on,
        String day,
        String meaning,
        @Nullable Integer years) {}
