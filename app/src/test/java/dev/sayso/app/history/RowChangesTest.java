package dev.sayso.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class RowChangesTest {

    @Test
    void anyListBecomesAnyOther() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            ObservableList<Integer> shown = FXCollections.observableArrayList(some(random));
            List<Integer> wanted = some(random);
            RowChanges.apply(shown, wanted);
            assertThat(shown).isEqualTo(wanted);
        }
    }

    private static List<Integer> some(Random random) {
        List<Integer> list = new ArrayList<>();
        for (int n = random.nextInt(8); n > 0; n--) {
            list.add(random.nextInt(4));
        }
        return list;
    }

    @Test
    void oneNewRowIsOneChange() {
        ObservableList<Integer> shown = FXCollections.observableArrayList(1, 2, 3);
        List<String> changes = new ArrayList<>();
        shown.addListener((ListChangeListener<Integer>) change -> changes.add(change.toString()));

        RowChanges.apply(shown, List.of(0, 1, 2, 3));
        RowChanges.apply(shown, List.of(0, 1, 2, 3));

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst()).contains("[0] added at 0");
    }
}
