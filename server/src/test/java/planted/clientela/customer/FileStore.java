package planted.clientela.customer;

/** Stands for the store only the gate may write to. */
class FileStore {

    void insertAll() {
        // Nothing is stored here.
    }
}
