package planted.clientela.customer;

/** May write. */
class WriteGate {

    void submit(FileStore files) {
        files.insertAll();
    }
}
