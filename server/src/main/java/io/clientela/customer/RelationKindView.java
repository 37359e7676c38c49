package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of relation a customer of one type may have.
 *
 * @param circle {@code household} or {@code company} where it holds such a group together
 * @param others the types the other customer may be of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelationKindView(
        String code, String label, @Nullable String circle, List<String> others) {}
