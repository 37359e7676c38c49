package io.clientela.kit.match.names;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of one prepared name in a single array, since tens of millions are kept: for each word a head of fixed size (kind,
 * weight, where it stands, lengths, groups of given names), then letters and sound.
 */
final class Words {

    private static final int HEAD = 12;
    private static final int GROUPS = 3;
    private static final int LONGEST = 40;
    private static final int MOST = 24;

    private final byte[] data;

    private Words(byte[] data) {
        this.data = data;
    }

    int count() {
        return data.length == 0 ? 0 : data[0];
    }

    byte[] data() {
        return data;
    }

    Kind kind(int word) {
        return Kind.of(data[head(word)]);
    }

    float weight(int word) {
        return data[head(word) + 1] / 100f;
    }

    int letters(int word) {
        return two(head(word) + 2);
    }

    int length(int word) {
        return data[head(word) + 4];
    }

    int sound(int word) {
        return letters(word) + length(word);
    }

    int soundLength(int word) {
        return data[head(word) + 5];
    }

    String text(int word) {
        return new String(data, letters(word), length(word), StandardCharsets.ISO_8859_1);
    }

    boolean sharesGroup(int word, Words other, int otherWord) {
        for (int i = 0; i < GROUPS; i++) {
            int group = group(word, i);
            if (group == 0) {
                return false;
            }
            for (int j = 0; j < GROUPS; j++) {
                if (group == other.group(otherWord, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A number the word was given, 0 where it has none: of given names that are one, of a line of business, of a place. */
    int group(int word, int index) {
        return two(head(word) + 6 + 2 * index);
    }

    boolean sameLetters(int word, Words other, int otherWord) {
        return same(letters(word), length(word), other, other.letters(otherWord), other.length(otherWord));
    }

    boolean sameSound(int word, Words other, int otherWord) {
        return same(sound(word), soundLength(word), other, other.sound(otherWord), other.soundLength(otherWord));
    }

    /** The bytes of one is the beginning of the other's. */
    boolean begins(int word, Words other, int otherWord) {
        int length = length(word);
        return length < other.length(otherWord) && same(letters(word), length, other, other.letters(otherWord), length);
    }

    private boolean same(int from, int length, Words other, int otherFrom, int otherLength) {
        if (length != otherLength) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (data[from + i] != other.data[otherFrom + i]) {
                return false;
            }
        }
        return true;
    }

    private static int head(int word) {
        return 1 + word * HEAD;
    }

    private int two(int at) {
        return ((data[at] & 0xFF) << 8) | (data[at + 1] & 0xFF);
    }

    static final class Builder {
        private static final class Word {
            final String letters;
            final String sound;
            final Kind kind;
            final int weight;
            final int[] groups;

            Word(String letters, Kind kind, int weight, int[] groups) {
                this.letters = letters;
                this.sound = Sounds.of(letters);
                this.kind = kind;
                this.weight = weight;
                this.groups = groups;
            }
        }

        private final List<Word> words = new ArrayList<>();

        /** Letters beyond Latin are left to the native comparison. */
        Builder add(String letters, Kind kind, float weight, int[] groups) {
            String plain = letters.length() > LONGEST ? letters.substring(0, LONGEST) : letters;
            if (words.size() < MOST && !plain.isEmpty() && plain.chars().allMatch(c -> c < 0x80)) {
                words.add(new Word(plain, kind, Math.round(weight * 100), groups));
            }
            return this;
        }

        Words build() {
            ByteArrayOutputStream out = new ByteArrayOutputStream(16 + 24 * words.size());
            out.write(words.size());
            int at = 1 + words.size() * HEAD;
            for (Word word : words) {
                out.write(word.kind.place());
                out.write(word.weight);
                two(out, at);
                out.write(word.letters.length());
                out.write(word.sound.length());
                for (int i = 0; i < GROUPS; i++) {
                    two(out, i < word.groups.length ? word.groups[i] : 0);
                }
                at += word.letters.length() + word.sound.length();
            }
            for (Word word : words) {
                out.writeBytes(word.letters.getBytes(StandardCharsets.ISO_8859_1));
                out.writeBytes(word.sound.getBytes(StandardCharsets.ISO_8859_1));
            }
            return new Words(out.toByteArray());
        }

        private static void two(ByteArrayOutputStream out, int value) {
            out.write(value >> 8);
            out.write(value);
        }
    }
}
