package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an individual is a contact: the enterprise, and cells by the keys of a contact's fields; {@code left} when that is over. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactAt(String number, @Nullable Cell name, long contact, Map<String, Cell> values, boolean left) {}
