package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which item of its code list a text means for a field. */
@Component
class Choices {

    /** A file says the same few thousand words over and over, and finding a place takes going through its name. */
    private static final int REMEMBERED = 20_000;

    private static final int LONGEST = 100;

    private final FieldCatalogue fields;
    /** Begun anew with every edition of the lists; several threads may do so at once, which only costs. */
    private volatile Memory last = new Memory(CodeLists.shipped(), new ConcurrentHashMap<>());

    Choices(FieldCatalogue fields) {
        this.fields = fields;
    }

    Optional<String> resolve(Field field, String text, String country) {
        CodeLists lists = fields.codeLists();
        if (text.length() > LONGEST) {
            return find(lists, field, text, country);
        }
        Memory memory = remembered(lists);
        Asked asked = new Asked(field.type() == FieldType.REGION ? "" : field.codeList(), text, country);
        Optional<String> known = memory.answers().get(asked);
        if (known == null) {
            known = find(lists, field, text, country);
            memory.answers().put(asked, known);
        }
        return known;
    }

    private Memory remembered(CodeLists lists) {
        Memory memory = last;
        if (memory.lists() != lists || memory.answers().size() >= REMEMBERED) {
            memory = new Memory(lists, new ConcurrentHashMap<>());
            last = memory;
        }
        return memory;
    }

    private static Optional<String> find(CodeLists lists, Field field, String text, String country) {
        return field.type() == FieldType.REGION
                ? lists.regions().resolve(text, country).code()
                : lists.find(field.codeList())
                        .flatMap(list -> list.resolve(text, country).code());
    }

    /** The place named inside a whole address, as deep as it says for certain. */
    Optional<String> regionOfAddress(String address, String country) {
        return fields.regions().resolve(address, country).code();
    }

    /** A place and everything in it. */
    Set<String> regionsWithin(String code) {
        return fields.regions().list().below(code);
    }

    /** {@code list} is empty for places, which have no list of their own to be named by. */
    private record Asked(String list, String text, String country) {}

    private record Memory(CodeLists lists, Map<Asked, Optional<String>> answers) {}
}
