/** What `electron` resolves to outside its hosts: nothing can be imported from it. */
export {};
