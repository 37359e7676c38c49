package io.clientela.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.kit.fields.Field.Mask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LAST_FOUR | 11010519491231002X          | •••• 002X",
                "LAST_FOUR | ES91 2100 0418 4502 0005 1332 | •••• 1332",
                "LAST_FOUR | 12345678                    | •••• 5678",
                "LAST_FOUR | 1234567                     | ••••••••",
                "PHONE     | +8613812345678              | 138••••5678",
                "PHONE     | +447400123804               | +44 ••••3804",
                "PHONE     | +861088886666;ext=801       | +86 ••••6666",
                "PHONE     | 12345                       | ••••••••",
                "EMAIL     | lihua@example.com           | l•••@e•••.com",
                "EMAIL     | lihua                       | ••••••••",
                "NAME      | 诸葛倩                      | 诸•••",
                "NAME      | Lucía García Pérez          | L••• G••• P•••",
                "ADDRESS   | 科技路123号6栋502室         | 科技路•••",
                "ADDRESS   | 12号楼                      | ••••",
                "ADDRESS   | 168 High Street             | •••",
                "ALL       | wx_lihua2024                | ••••"
            })
    void hidesAllButWhatRecognisesIt(Mask mask, String value, String shown) {
        assertThat(Masks.mask(mask, value)).isEqualTo(shown);
    }

    @Test
    void leavesNothingWhereNothingIs() {
        assertThat(Masks.mask(Mask.ALL, " ")).isEmpty();
    }
}
