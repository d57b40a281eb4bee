package dev.sayso.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistorySearchTest {

    @TempDir Path folder;
    private HistoryStore store;

    @BeforeEach
    void open() {
        store = Texts.store(folder);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "Heute ist schönes Wetter., wett, true",
                "Heute ist schönes Wetter., SCHÖN, true",
                "Heute ist schönes Wetter., schon, true",
                "Heute ist schönes Wetter., ist heu, true",
                "Heute ist schönes Wetter., '\"schönes wetter\"', true",
                "Heute ist schönes Wetter., '\"wetter schönes\"', false",
                "Heute ist schönes Wetter., '\"schönes wett\"', false",
                "Heute ist schönes Wetter., etter, false",
                "Heute ist schönes Wetter., wetter morgen, false",
                "Frau Müller in der Straße 5, muller strasse, true",
                "Frau Müller in der Straße 5, MÜLLER STRASSE 5, true",
                "'He said \"no\" to C++ and 50 %.', '\"no', true",
                "'He said \"no\" to C++ and 50 %.', C++, true",
                "'He said \"no\" to C++ and 50 %.', 50 %, true",
                "Nothing near here, NEAR, true",
                "Nothing near here, NEAR(nothing here), false",
                "Nothing near here, not OR and, false",
                "今天天气很好。, 天气, true",
                "今天天气很好。, 气, true",
                "今天天气很好。, 天气很, true",
                "今天天气很好。, 气天, false",
                "我用Java写代码, java, true",
                "我用Java写代码, 写代, true",
                "美味しいコーヒーを飲む, ヒー, true",
                "美味しいコーヒーを飲む, ｺｰﾋｰ, true",
                "오늘 날씨가 좋다, 날씨, true",
                "สวัสดีครับ, ดี, true",
                "आज मौसम अच्छा है, मौसम, true",
                "İstanbul’da bugün, bugün, true",
                "Ｆｕｌｌ width, full, true",
            })
    void isFoundOrNot(String text, String typed, boolean found) throws IOException {
        store.add(EntryKind.DICTATION, Texts.document("something else"), null);
        store.add(EntryKind.DICTATION, Texts.document(text), null);

        List<HistoryRow> rows = store.page(new HistoryQuery(typed, null), null, 10);

        assertThat(rows).hasSize(found ? 1 : 0);
        assertThat(store.count(new HistoryQuery(typed, null))).isEqualTo(rows.size());
    }

    /// Whatever is typed is answered; and each word of a text finds it.
    @Test
    void anyInputIsAnswered() throws IOException {
        Random random = new Random(20_261_127);
        String signs = "ab\"'*()^-+:{}~. NEARORNOTAND天気ё\0\\%_;,„“\uD83D\uDE00é";
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            texts.add(randomText(random, signs, 30));
            store.add(EntryKind.DICTATION, Texts.document(texts.get(i)), null);
        }
        for (int i = 0; i < 1_000; i++) {
            HistoryQuery query = new HistoryQuery(randomText(random, signs, 12), null);
            assertThat(store.page(query, null, 100)).hasSize(store.count(query));
        }
        for (int i = 0; i < texts.size(); i++) {
            for (String word : texts.get(i).split("[^\\p{L}\\p{N}]+", -1)) {
                if (!word.isEmpty()) {
                    long id = i + 1L;
                    String typed = i % 2 == 0 ? word : word.toUpperCase(Locale.ROOT);
                    assertThat(store.page(new HistoryQuery(typed, null), null, 100))
                            .as("'%s' in '%s'", typed, texts.get(i))
                            .anyMatch(row -> row.id() == id);
                }
            }
        }
    }

    private static String randomText(Random random, String signs, int most) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(most);
        for (int i = 0; i < length; i++) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }

    @Test
    void theTitleOfAFileIsFoundToo() throws IOException {
        Texts.fill(store, 32);

        assertThat(store.page(new HistoryQuery("besprechung 23", null), null, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.title()).isEqualTo("Besprechung-23.mp3"));
    }

    @Test
    void anEditChangesWhatIsFound() throws IOException {
        long id = store.add(EntryKind.DICTATION, Texts.document("apple"), null).orElseThrow();

        store.update(id, Texts.document("pear"));

        assertThat(store.count(new HistoryQuery("apple", null))).isZero();
        assertThat(store.count(new HistoryQuery("pear", null))).isEqualTo(1);
    }

    @Test
    void tenThousandEntriesComeInPagesByIndex() throws IOException {
        Texts.fill(store, 10_000);
        HistoryQuery budget = new HistoryQuery("budg", EntryKind.DICTATION);

        assertThat(store.count(HistoryQuery.ALL)).isEqualTo(10_000);
        assertThat(store.count(new HistoryQuery("", EntryKind.FILE))).isEqualTo(625);
        assertThat(store.count(new HistoryQuery("天气", null))).isEqualTo(100);
        assertThat(store.page(new HistoryQuery("number7423", null), null, 200)).hasSize(1);
        assertThat(walk(budget)).hasSize(store.count(budget)).doesNotHaveDuplicates();

        assertThat(plan(HistoryQuery.ALL)).contains("USING INDEX newest").doesNotContain("TEMP");
        assertThat(plan(new HistoryQuery("", EntryKind.FILE)))
                .contains("USING INDEX newest_of_kind")
                .doesNotContain("TEMP");
        assertThat(plan(budget))
                .contains("words VIRTUAL TABLE INDEX")
                .contains("entry USING INDEX newest_of_kind")
                .doesNotContain("TEMP");
    }

    private List<Long> walk(HistoryQuery query) throws IOException {
        List<Long> ids = new ArrayList<>();
        List<HistoryRow> page = store.page(query, null, 200);
        HistoryRow last = null;
        while (!page.isEmpty()) {
            for (HistoryRow row : page) {
                assertThat(last == null || !row.created().isAfter(last.created())).isTrue();
                ids.add(row.id());
                last = row;
            }
            page = store.page(query, last, 200);
        }
        return ids;
    }

    private String plan(HistoryQuery query) throws IOException {
        Question question = Objects.requireNonNull(Question.of(query));
        StringBuilder plan = new StringBuilder();
        store.use(
                open ->
                        open.read(
                                inside -> {
                                    try (var select =
                                            inside.prepareStatement(
                                                    "EXPLAIN QUERY PLAN "
                                                            + EntryReader.pageSql(
                                                                    question, true))) {
                                        question.fill(select);
                                        try (var result = select.executeQuery()) {
                                            while (result.next()) {
                                                plan.append(result.getString("detail"))
                                                        .append('\n');
                                            }
                                        }
                                    }
                                    return true;
                                }));
        return plan.toString();
    }
}
